package dev.sayso.shared;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The address under which people reach this deployment, which links carry: named where it
 * was started, else in Settings, else guessed from the request, whose sender chooses it.
 */
@Component
public class PublicAddress {

	public static final String SETTING = "general.base-url";

	private static final Logger log = LoggerFactory.getLogger(PublicAddress.class);

	private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::");

	private final SaysoProperties properties;

	private final Settings settings;

	private final Environment environment;

	PublicAddress(SaysoProperties properties, Settings settings, Environment environment) {
		this.properties = properties;
		this.settings = settings;
		this.environment = environment;
	}

	/** Whether somebody said which it is. */
	public boolean isNamed() {
		return named().isPresent();
	}

	/**
	 * Without a slash at its end. In the background, where there is no request, it is
	 * this machine's own.
	 */
	public String url() {
		return named().orElseGet(() -> (RequestContextHolder.getRequestAttributes() != null)
				? withoutSlash(ServletUriComponentsBuilder.fromCurrentContextPath().toUriString())
				: "http://localhost:" + this.environment.getProperty("local.server.port", "8080"));
	}

	/**
	 * Whether something typed can be the address: {@code http} or {@code https}, a host,
	 * a path at most.
	 */
	public static boolean isAddress(String typed) {
		try {
			URI address = URI.create(typed.strip());
			return Set.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null
					&& address.getUserInfo() == null && address.getQuery() == null && address.getFragment() == null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	public static String withoutSlash(String address) {
		return address.strip().replaceAll("/+$", "");
	}

	@EventListener(ApplicationStartedEvent.class)
	void warn() {
		if (!isNamed() && EVERYWHERE.contains(this.environment.getProperty("server.address", ""))) {
			log.warn(
					"Sayso listens on all interfaces, and nothing says under which address people reach it: links carry"
							+ " the one that each request names, which a stranger may choose."
							+ " Name it in SAYSO_BASE_URL or in Settings, General.");
		}
	}

	private Optional<String> named() {
		String given = this.properties.baseUrl();
		return Optional.of(given.isBlank() ? this.settings.get(SETTING, "") : given)
			.map(PublicAddress::withoutSlash)
			.filter((address) -> !address.isEmpty());
	}

}
