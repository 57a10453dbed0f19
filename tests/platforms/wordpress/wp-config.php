<?php
// Where a WordPress of the tests keeps its posts and at which address it answers: both come from its environment.

define( 'DB_NAME', 'blog' );
define( 'DB_USER', '' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', '' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'DB_DIR', getenv( 'BLOG_FOLDER' ) );
define( 'DB_FILE', 'blog.sqlite' );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $kind ) {
	define( $kind . '_KEY', 'only for tests' );
	define( $kind . '_SALT', 'only for tests' );
}
define( 'WP_HOME', getenv( 'BLOG_URL' ) );
define( 'WP_SITEURL', getenv( 'BLOG_URL' ) );

// Closed to the world, but for the machine's own loopback, where the widget's site is served.
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1' );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', getenv( 'BLOG_FOLDER' ) . '/debug.log' );

$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', getenv( 'BLOG_FILES' ) . '/' );
}
require_once ABSPATH . 'wp-settings.php';
