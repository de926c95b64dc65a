<?php
/**
 * Plugin Name: Diets
 * Description: A plugin as others write them: it keeps what accounts eat, shows it nowhere, and has registered an exporter.
 */

add_action( 'user_register', fn( $id ) => update_user_meta( $id, 'diet', "vegan {$id}" ) );

/** A comment of a type of its own, as shops make of reviews. */
add_action(
	'rest_after_insert_comment',
	fn( $comment ) => str_contains( $comment->comment_content, '#review' ) && wp_update_comment( array( 'comment_ID' => $comment->comment_ID, 'comment_type' => 'review' ) )
);

add_filter(
	'wp_privacy_personal_data_exporters',
	fn( $exporters ) => $exporters + array(
		'diets/by-mail' => array( 'exporter_friendly_name' => 'Diets', 'callback' => 'diets_of' ),
	)
);

/** Two pages for everybody, so that whoever reads only the first is found out. */
function diets_of( string $email, int $page ): array {
	$user = get_user_by( 'email', $email );
	$item = fn( $id ) => array(
		'group_id'    => 'diets',
		'group_label' => 'Diets',
		'item_id'     => "diet-{$id}-{$page}",
		'data'        => array( array( 'name' => 'Diet', 'value' => get_user_meta( $id, 'diet', true ) ) ),
	);
	return array( 'data' => $user ? array( $item( $user->ID ) ) : array(), 'done' => 2 === $page );
}
