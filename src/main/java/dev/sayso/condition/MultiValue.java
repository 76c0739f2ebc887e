package dev.sayso.condition;

import java.util.List;

/**
 * Several values of one fact, of which one suffices. A type of its own is told from a
 * single value at one look.
 */
public record MultiValue(List<?> values) {

}
