<?php
/**
 * Plugin Name: Habeas exporters
 * Description: Shows what the privacy exporters of this site hold of one address, read-only, over its REST interface.
 * Version: 0.1.0
 * Requires at least: 5.6
 * License: Apache-2.0
 *
 * Goes into wp-content/mu-plugins. Only accounts with the capability export_others_personal_data are answered, which is
 * the one that WordPress asks of whoever uses Tools > Export Personal Data.
 *
 * GET habeas/v1/exporters                                      the exporters: id, name
 * GET habeas/v1/items?exporter=&email=&page=                   what one of them holds of an address: items, next
 * GET habeas/v1/item?exporter=&email=&group_id=&item_id=       one item
 *
 * Plugins choose the ids of their exporters, and some have slashes: they are parameters and no part of a path.
 */

namespace Habeas\Exporters;

defined( 'ABSPATH' ) || exit;

const MOST_PAGES = 10000;

add_action(
	'rest_api_init',
	function () {
		$email = array( 'required' => true, 'validate_callback' => fn( $value ) => (bool) is_email( $value ) );
		$page  = array( 'default' => 1, 'type' => 'integer', 'minimum' => 1 );
		$text  = array( 'required' => true, 'type' => 'string' );
		$of    = array( 'exporter' => $text, 'email' => $email );
		route( '/exporters', __NAMESPACE__ . '\\list_exporters', array() );
		route( '/items', __NAMESPACE__ . '\\list_items', $of + compact( 'page' ) );
		route( '/item', __NAMESPACE__ . '\\one_item', $of + array( 'group_id' => $text, 'item_id' => $text ) );
	}
);

function route( string $path, string $callback, array $args ): void {
	register_rest_route(
		'habeas/v1',
		$path,
		array(
			'methods'             => 'GET',
			'callback'            => $callback,
			'permission_callback' => fn() => current_user_can( 'export_others_personal_data' ),
			'args'                => $args,
		)
	);
}

/** The registered exporters that can be called, by their ids. */
function exporters(): array {
	require_once ABSPATH . 'wp-admin/includes/user.php';
	$registered = apply_filters( 'wp_privacy_personal_data_exporters', array() );
	return array_filter( $registered, fn( $exporter ) => is_array( $exporter ) && is_callable( $exporter['callback'] ?? null ) );
}

function list_exporters(): array {
	$name = fn( $id, $exporter ) => array( 'id' => (string) $id, 'name' => (string) ( $exporter['exporter_friendly_name'] ?? $id ) );
	$all  = exporters();
	return array( 'exporters' => array_map( $name, array_keys( $all ), $all ) );
}

function list_items( \WP_REST_Request $request ) {
	$found = page_of( $request, (int) $request['page'] );
	return is_wp_error( $found ) ? $found : array(
		'items' => $found['items'],
		'next'  => $found['done'] ? null : (int) $request['page'] + 1,
	);
}

function one_item( \WP_REST_Request $request ) {
	for ( $page = 1; $page <= MOST_PAGES; $page++ ) {
		$found = page_of( $request, $page );
		if ( is_wp_error( $found ) ) {
			return $found;
		}
		foreach ( $found['items'] as $item ) {
			if ( $item['group_id'] === $request['group_id'] && $item['item_id'] === $request['item_id'] ) {
				return $item;
			}
		}
		if ( $found['done'] ) {
			break;
		}
	}
	return new \WP_Error( 'habeas_no_item', 'There is no such item.', array( 'status' => 404 ) );
}

/** One page of an exporter: its items, each with the address and the exporter, and whether it was the last. */
function page_of( \WP_REST_Request $request, int $page ) {
	$exporter = exporters()[ $request['exporter'] ] ?? null;
	if ( null === $exporter ) {
		return new \WP_Error( 'habeas_no_exporter', 'There is no such exporter.', array( 'status' => 404 ) );
	}
	$reply = call_user_func( $exporter['callback'], $request['email'], $page );
	if ( is_wp_error( $reply ) || ! is_array( $reply['data'] ?? null ) || ! isset( $reply['done'] ) ) {
		return new \WP_Error( 'habeas_exporter_failed', 'The exporter gave no answer that WordPress allows.', array( 'status' => 502 ) );
	}
	$item = fn( $each ) => array(
		'email'       => $request['email'],
		'exporter'    => (string) $request['exporter'],
		'group_id'    => (string) ( $each['group_id'] ?? '' ),
		'group_label' => (string) ( $each['group_label'] ?? '' ),
		'item_id'     => (string) ( $each['item_id'] ?? '' ),
		'data'        => $each['data'] ?? array(),
	);
	return array( 'items' => array_map( $item, array_values( $reply['data'] ) ), 'done' => (bool) $reply['done'] );
}
