package dev.sayso.offer;

import java.util.List;

/**
 * What is wrong with a part of something in the catalogue.
 *
 * @param code a message key
 * @param args what the message names
 */
public record Wrong(String code, List<Object> args) {

	public static Wrong of(String code, Object... args) {
		return new Wrong(code, List.of(args));
	}

	public static Wrong of(TextFault fault) {
		return of(fault.key(), fault.args());
	}

}
