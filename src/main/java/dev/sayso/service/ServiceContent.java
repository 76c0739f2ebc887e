package dev.sayso.service;

/**
 * What can be edited of a service.
 */
public record ServiceContent(String name, String description, boolean closed, ServiceValidity validity,
		ServiceWords words) {

}
