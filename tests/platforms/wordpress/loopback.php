<?php
// A WordPress under test must be able to ask the widget's site on this very machine, at any port.

// A blog of the tests sends no mail; Debian leaves the class for it to another package.
if ( ! function_exists( 'wp_mail' ) ) {
	function wp_mail(): bool {
		return true;
	}
}

add_filter(
	'http_request_host_is_external',
	function ( $external, $host ) {
		return $external || '127.0.0.1' === $host;
	},
	10,
	2
);
add_filter(
	'http_allowed_safe_ports',
	function ( $ports ) {
		return array_merge( $ports, array( (int) getenv( 'WIDGET_PORT' ) ) );
	}
);
