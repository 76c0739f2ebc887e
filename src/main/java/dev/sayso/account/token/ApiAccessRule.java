package dev.sayso.account.token;

import java.util.List;
import java.util.Set;

/**
 * Which scopes a token needs to call endpoints of the API; each room declares its own as
 * beans. What no rule names does not exist.
 *
 * @param special whether it is asked before the others, as an exception to one of them
 * @param pages whether web pages may call them with a browser's token
 * @param scopes all that a server's token needs
 * @param paths patterns of {@link org.springframework.web.util.pattern.PathPattern}
 */
public record ApiAccessRule(boolean special, boolean pages, Set<ApiScope> scopes, List<String> paths) {

	public static ApiAccessRule special(ApiScope scope, String... paths) {
		return new ApiAccessRule(true, false, Set.of(scope), List.of(paths));
	}

	public static ApiAccessRule usual(ApiScope scope, String... paths) {
		return new ApiAccessRule(false, false, Set.of(scope), List.of(paths));
	}

	/** What web pages may call as well. */
	public static ApiAccessRule pages(ApiScope scope, String... paths) {
		return new ApiAccessRule(false, true, Set.of(scope), List.of(paths));
	}

	/** What needs several scopes. */
	public static ApiAccessRule usual(Set<ApiScope> scopes, String... paths) {
		return new ApiAccessRule(false, false, scopes, List.of(paths));
	}

}
