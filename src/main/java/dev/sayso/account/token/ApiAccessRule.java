package dev.sayso.account.token;

import java.util.List;
import java.util.Set;

/**
 * Which scopes a token needs to call endpoints of the API; each room declares its own as
 * beans. What no rule names does not exist.
 *
 * @param special whether it is asked before the others, as an exception to one of them
 * @param scopes all that are needed
 * @param paths patterns of {@link org.springframework.web.util.pattern.PathPattern}
 */
public record ApiAccessRule(boolean special, Set<ApiScope> scopes, List<String> paths) {

	public static ApiAccessRule special(ApiScope scope, String... paths) {
		return new ApiAccessRule(true, Set.of(scope), List.of(paths));
	}

	public static ApiAccessRule usual(ApiScope scope, String... paths) {
		return new ApiAccessRule(false, Set.of(scope), List.of(paths));
	}

}
