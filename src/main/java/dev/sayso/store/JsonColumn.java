package dev.sayso.store;

/**
 * A value that a repository keeps as JSON in one column, and an enum as its name in JSON;
 * a room declares one as a bean for each.
 */
public record JsonColumn(Class<?> type) {

}
