<?php
/**
 * Plugin Name:       Cardio after leg day
 * Plugin URI:        @SITE_URL@widget/
 * Author:            The editors of Cardio after leg day
 * Author URI:        @SITE_URL@about/
 * Description:       A free calculator on your pages: what cardio fits after leg day. As a block, a shortcode, or a pasted address.
 * Version:           @VERSION@
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       cardio-after-leg-day
 * Domain Path:       /languages
 *
 * The shortcode, the block and the pasted address. The widget's files are in the folder `widget`, so readers load them from
 * this blog. It stores nothing.
 *
 * @package CardioAfterLegDay
 */

namespace CardioAfterLegDay;

defined( 'ABSPATH' ) || exit;

const SITE    = '@SITE_URL@';
const SLUG    = 'cardio-after-leg-day';
const VERSION = '@VERSION@';

/**
 * The names of the widget's own attributes; every other name is an answer of the form.
 *
 * @return array<int, string>
 */
function own(): array {
	return explode( ',', '@ATTRIBUTES@' );
}

/**
 * The pages of the calculator that answer for a common case: slug, name, answers, and where their oEmbed file is.
 *
 * @return array<int, array<string, string>>
 */
function presets() {
	return require __DIR__ . '/presets.php';
}

/**
 * The address of one of the widget's files on this blog.
 *
 * @param string $path the path of the file from the folder `widget`.
 */
function file_url( string $path ): string {
	return plugins_url( "widget/$path", __FILE__ );
}

/**
 * The attributes of the element: the widget's own by their names, every other as data.
 *
 * @param array<int|string, mixed> $given names and values.
 */
function attributes( array $given ): string {
	$written = '';
	foreach ( named( $given ) as $name => $value ) {
		$written .= sprintf( ' %s="%s"', in_array( $name, own(), true ) ? $name : 'data-' . $name, esc_attr( $value ) );
	}
	return $written;
}

/**
 * The pairs with a usable name: another name could end the tag.
 *
 * @param array<int|string, mixed> $given names and values.
 * @return array<string, string>
 */
function named( array $given ): array {
	$usable = array();
	foreach ( $given as $name => $value ) {
		if ( is_string( $name ) && is_scalar( $value ) && preg_match( '/\A[a-z][a-z0-9_]*\z/', $name ) && '' !== (string) $value ) {
			$usable[ $name ] = (string) $value;
		}
	}
	return $usable;
}

/**
 * The calculator as HTML: an element with a plain link inside, for readers without JavaScript, in feeds and in e-mail.
 *
 * @param array<int|string, mixed>|string $given what the author chose.
 */
function element( $given ): string {
	$given  = named( (array) $given );
	$asked  = array_diff_key( $given, array_flip( own() ) );
	$label  = $given['label'] ?? __( 'Cardio after leg day: what should I do today?', 'cardio-after-leg-day' );
	$link   = SITE . 'calculator/' . ( $asked ? '#?' . http_build_query( $asked, '', '&' ) : '' );
	$answer = 'click' === ( $given['loading'] ?? '' ) ? prepared_answer( $asked ) : '';
	wp_enqueue_script( SLUG );
	return sprintf(
		'<%1$s%2$s>%5$s<a href="%3$s">%4$s</a></%1$s>',
		SLUG,
		attributes( $given ),
		esc_url( $link ),
		esc_html( $label ),
		$answer ? sprintf( '<p>%s</p>', esc_html( $answer ) ) : ''
	);
}

/**
 * The prepared answer of a preset, which readers see before they click; empty for other answers.
 *
 * @param array<string, string> $asked the answers that the author chose.
 */
function prepared_answer( array $asked ): string {
	foreach ( presets() as $preset ) {
		wp_parse_str( $preset['query'], $answers );
		if ( $answers == $asked ) { // phpcs:ignore Universal.Operators.StrictComparisons.LooseEqual -- the order does not matter.
			return $preset['answer'];
		}
	}
	return '';
}

/**
 * The block: the same element, with the class of its alignment around it.
 *
 * @param array<string, mixed> $chosen the block's attributes; `query` holds the answers as a query string.
 */
function block( $chosen ): string {
	wp_parse_str( (string) ( $chosen['query'] ?? '' ), $asked );
	unset( $chosen['query'], $chosen['align'] );
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), element( $asked + $chosen ) );
}

/** The pattern of the addresses that a page may hold on a line of its own. */
function pattern( string $slug = '(?<slug>[a-z0-9-]+)?' ): string {
	return '~\A' . preg_quote( SITE . 'calculator', '~' ) . '(?:/' . $slug . ')?/?(?:\#?\?(?<query>\S*))?\z~i';
}

/**
 * A pasted address becomes the element, with the answers that the address holds.
 *
 * @param array<int|string, string> $found what the pattern found.
 */
function pasted( $found ): string {
	$slug   = strtolower( $found['slug'] ?? '' );
	$preset = current( wp_list_filter( presets(), array( 'slug' => $slug ) ) );
	wp_parse_str( html_entity_decode( $found['query'] ?? '' ) . '&' . ( $preset ? $preset['query'] : '' ), $asked );
	return element( array_diff_key( $asked, array_flip( own() ) ) );
}

/**
 * The preview in the editor needs no second link above the frame.
 *
 * @param string|false $html what the calculator's oEmbed file holds.
 * @param string       $url  the pasted address.
 * @return string|false
 */
function preview( $html, $url ) {
	$ours = is_string( $html ) && preg_match( pattern(), $url );
	return $ours ? preg_replace( '~<blockquote.*?</blockquote>~s', '', $html ) : $html;
}

/**
 * The loader's tag says that it waits for nothing, sends no cookie, and is not to be joined, delayed or rewritten.
 *
 * @param string $tag    the script tag.
 * @param string $handle its name.
 */
function tag( $tag, $handle ): string {
	$more = 'async crossorigin="anonymous" data-cfasync="false" data-no-optimize="1" data-noptimize';
	return SLUG === $handle ? str_replace( ' src=', " $more src=", $tag ) : $tag;
}

/** Hands everything to WordPress. */
function start(): void {
	wp_register_script( SLUG, file_url( 'widget.js' ), array(), VERSION, true );
	add_shortcode( 'cardio_after_leg_day', __NAMESPACE__ . '\element' );
	register_block_type( __DIR__ . '/block', array( 'render_callback' => __NAMESPACE__ . '\block' ) );
	$settings = wp_json_encode( array( 'frame' => file_url( 'embed/v1/index.html' ), 'presets' => presets() ) );
	wp_add_inline_script( SLUG . '-calculator-editor-script', "var cardioAfterLegDay = $settings;", 'before' );
	wp_set_script_translations( SLUG . '-calculator-editor-script', 'cardio-after-leg-day', __DIR__ . '/languages' );
	wp_embed_register_handler( SLUG, pattern(), __NAMESPACE__ . '\pasted' );
	foreach ( presets() as $preset ) {
		wp_oembed_add_provider( pattern( preg_quote( $preset['slug'], '~' ) ), SITE . $preset['oembed'], true );
	}
}

add_action( 'init', __NAMESPACE__ . '\start' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\tag', 10, 2 );
add_filter( 'oembed_result', __NAMESPACE__ . '\preview', 10, 2 );
