<?php
/**
 * Which of WordPress's own scripts the block needs in the editor.
 *
 *
 * @package CardioAfterLegDay
 */

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n' ),
	'version'      => '@VERSION@',
);
