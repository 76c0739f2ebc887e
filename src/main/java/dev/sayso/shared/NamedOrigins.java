package dev.sayso.shared;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The websites of others that may show public pages in a frame and send their own copy of
 * a form, as Settings name them.
 *
 * @param all as browsers send them (RFC 6454, 6.2)
 */
public record NamedOrigins(Set<String> all) {

	public static final String SETTING = "sites.origins";

	/**
	 * The attribute of a request whose answer they may show, where its address does not
	 * say so.
	 */
	public static final String SHARED = NamedOrigins.class.getName() + ".shared";

	public NamedOrigins {
		all = Set.copyOf(all);
	}

	public static NamedOrigins of(Settings settings) {
		String named = settings.get(SETTING, "");
		return new NamedOrigins(named.isEmpty() ? Set.of() : Set.of(named.split("\n")));
	}

	/** Sets them; the caller writes the audit entry that goes with it. */
	public static void set(Settings settings, Collection<String> origins) {
		settings.set(SETTING, String.join("\n", new LinkedHashSet<>(origins)));
	}

	/**
	 * Reads what somebody typed: {@code https}, a host, a port at most; {@code http} on
	 * this machine alone, since what comes from there could be anybody's elsewhere.
	 */
	public static Optional<String> parse(String typed) {
		try {
			URI uri = URI.create(typed.strip().toLowerCase(Locale.ROOT));
			boolean bare = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null
					&& Set.of("", "/").contains(String.valueOf(uri.getPath()));
			boolean safe = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme())
					&& Set.of("localhost", "127.0.0.1").contains(String.valueOf(uri.getHost())));
			return (bare && safe) ? origin(uri) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	public boolean has(@Nullable String origin) {
		return origin != null && this.all.contains(origin);
	}

	/** Whether an address is one of this origin. */
	public static boolean holds(String origin, String address) {
		try {
			return origin(URI.create(address)).filter(origin::equals).isPresent();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static Optional<String> origin(URI uri) {
		if (uri.getScheme() == null || uri.getHost() == null) {
			return Optional.empty();
		}
		String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
		boolean usual = uri.getPort() < 0 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
		return Optional
			.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort()));
	}

}
