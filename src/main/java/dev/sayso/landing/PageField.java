package dev.sayso.landing;

import java.util.List;

/**
 * A detail that a page asks for.
 *
 * @param name as {@link dev.sayso.person.Details} and the API name it
 * @param required whether somebody nobody identified must fill it in
 */
public record PageField(String name, boolean required) {

	/** How a form says that a field must be filled in. */
	public static final String REQUIRED = "required";

	/** How a form says that a field may be left empty. */
	public static final String ASKED = "asked";

	/** What may be asked, in the order in which forms ask it. */
	public static final List<String> NAMES = List.of("email", "mobile", "firstName", "lastName", "phone", "street",
			"postalCode", "city", "country", "language", "birthDate");

}
