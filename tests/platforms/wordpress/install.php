<?php
// Install WordPress without a browser, and how people of several roles write posts in it.

define( 'WP_INSTALLING', true );
$files = getenv( 'BLOG_FILES' );
require_once $files . '/wp-load.php';
require_once $files . '/wp-admin/includes/upgrade.php';
require_once $files . '/wp-admin/includes/plugin.php';

$told = json_decode( stream_get_contents( STDIN ), true );
$made = wp_install( 'A fitness blog', 'administrator', 'admin@blog.invalid', true, '', 'password' );
$who  = array( 'administrator' => $made['user_id'] );
foreach ( array( 'editor', 'author', 'contributor' ) as $role ) {
	$who[ $role ] = wp_insert_user(
		array(
			'user_login' => $role,
			'user_pass'  => 'password',
			'role'       => $role,
		)
	);
}
update_option( 'show_avatars', 0 );
foreach ( $told['plugins'] as $plugin ) {
	$problem = activate_plugin( $plugin );
	if ( is_wp_error( $problem ) ) {
		fwrite( STDERR, $problem->get_error_message() );
		exit( 1 );
	}
}

$numbers = array();
foreach ( $told['posts'] as $name => $post ) {
	wp_set_current_user( $who[ $post['role'] ] );
	kses_init(); // what a role may not write is taken out here, as it is when the editor saves
	$numbers[ $name ] = wp_insert_post(
		wp_slash(
			array(
				'post_title'   => $name,
				'post_content' => $post['content'],
				'post_status'  => 'publish',
			)
		)
	);
}
echo "\n", wp_json_encode( $numbers );
