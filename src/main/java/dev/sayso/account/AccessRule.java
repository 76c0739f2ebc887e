package dev.sayso.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who may ask what of the console by URL; each room declares its own as beans. The first
 * rule that matches a request decides, in the order of their kinds; a page that no rule
 * names is read by everybody and changed by nobody.
 *
 * @param paths patterns of {@link org.springframework.web.util.pattern.PathPattern}
 */
public record AccessRule(Kind kind, Set<Role> roles, List<String> paths) {

	public static final Set<Role> EVERYBODY = Set.copyOf(EnumSet.allOf(Role.class));

	/** Those who record what people say. */
	public static final Set<Role> OPERATORS = Set.of(Role.OPERATOR, Role.ADMIN);

	/** Those who configure what people are shown. */
	public static final Set<Role> MARKETERS = Set.of(Role.MARKETER, Role.ADMIN);

	/** Which requests a rule is about, in the order in which rules are asked. */
	public enum Kind {

		/** Any request: an exception to what follows. */
		SPECIAL,

		/** {@code GET} and {@code HEAD}. */
		READING,

		/** Any other. */
		WRITING

	}

	public static AccessRule special(Set<Role> roles, String... paths) {
		return new AccessRule(Kind.SPECIAL, roles, List.of(paths));
	}

	public static AccessRule reading(Set<Role> roles, String... paths) {
		return new AccessRule(Kind.READING, roles, List.of(paths));
	}

	public static AccessRule writing(Set<Role> roles, String... paths) {
		return new AccessRule(Kind.WRITING, roles, List.of(paths));
	}

}
