<?php
/**
 * Just enough of WordPress's functions to load the plugin and to ask it for its HTML.
 *
 */

define( 'ABSPATH', '/' );
$GLOBALS['heard'] = array();

function hear( string $name, array $told ) {
	$GLOBALS['heard'][] = array( $name, $told );
}
function __( $text ) {
	return $text;
}
function esc_attr( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES );
}
function esc_html( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES );
}
function esc_url( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES );
}
function wp_parse_str( $text, &$found ) {
	parse_str( $text, $found );
}
function wp_json_encode( $told ) {
	return json_encode( $told );
}
function wp_list_filter( $list, $wanted ) {
	return array_filter( $list, fn( $one ) => array_intersect_assoc( $wanted, $one ) === $wanted );
}
function plugins_url( $path ) {
	return 'https://blog.example/wp-content/plugins/cardio-after-leg-day/' . $path;
}
function get_block_wrapper_attributes() {
	return 'class="wp-block"';
}
foreach ( array( 'add_action', 'add_filter', 'add_shortcode', 'load_plugin_textdomain', 'register_block_type', 'wp_add_inline_script',
	'wp_embed_register_handler', 'wp_enqueue_script', 'wp_oembed_add_provider', 'wp_register_script', 'wp_set_script_translations' ) as $name ) {
	eval( "function $name( ...\$told ) { hear( '$name', \$told ); }" );
}

require $argv[1];
CardioAfterLegDay\start();
$asked = json_decode( stream_get_contents( STDIN ), true );
$found = array();
foreach ( $asked['calls'] as list( $function, $told ) ) {
	$found[] = ( 'CardioAfterLegDay\\' . $function )( ...$told );
}
foreach ( $asked['addresses'] as $address ) {
	$found[] = preg_match( CardioAfterLegDay\pattern(), $address, $match ) ? CardioAfterLegDay\pasted( $match ) : '';
}
echo json_encode( array( 'found' => $found, 'heard' => $GLOBALS['heard'] ) );
