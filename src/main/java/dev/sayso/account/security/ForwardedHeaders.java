package dev.sayso.account.security;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.account.NamedProxies;
import dev.sayso.shared.Network;
import dev.sayso.shared.page.PageBanner;

/**
 * Believes {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code -Port} of
 * the proxies that Settings name. Where one seems to be unnamed the log says so, and so
 * do the pages of administrators if its address is a private one, which no stranger has.
 */
@Component
@Order(0)
class ForwardedHeaders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, PageBanner {

	private static final Logger log = LoggerFactory.getLogger(ForwardedHeaders.class);

	/** For how long a proxy that was seen is told of. */
	private static final Duration SHOWN = Duration.ofHours(1);

	private final NamedProxies proxies;

	private final Clock clock;

	private volatile @Nullable Unnamed unnamed;

	ForwardedHeaders(NamedProxies proxies, Clock clock) {
		this.proxies = proxies;
		this.clock = clock;
	}

	/** Who seemed to be a proxy last, and when. */
	private record Unnamed(String address, Instant at) {

	}

	@Override
	public void customize(TomcatServletWebServerFactory server) {
		server.addEngineValves(new Valve(this.proxies, this::see));
	}

	private void see(String address) {
		if (Network.isPrivate(address)) {
			this.unnamed = new Unnamed(address, this.clock.instant());
		}
	}

	@Override
	public List<Banner> banners() {
		Unnamed seen = this.unnamed;
		boolean now = seen != null && seen.at().plus(SHOWN).isAfter(this.clock.instant())
				&& !this.proxies.contains(seen.address());
		return now ? List.of(new Banner("proxy.unnamed", "wait", Set.of("ADMIN"), List.of(seen.address()))) : List.of();
	}

	private static final class Valve extends RemoteIpValve {

		private static final String[] HEADERS = { "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host",
				"Forwarded" };

		/** More would be strangers who play proxy. */
		private static final int TOLD = 5;

		private final NamedProxies proxies;

		private final Set<String> told = ConcurrentHashMap.newKeySet();

		private final Consumer<String> seen;

		private volatile String applied = "";

		Valve(NamedProxies proxies, Consumer<String> seen) {
			this.proxies = proxies;
			this.seen = seen;
			setInternalProxies("");
			setProtocolHeader("X-Forwarded-Proto");
			setHostHeader("X-Forwarded-Host");
			setPortHeader("X-Forwarded-Port");
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			String networks = this.proxies.networks();
			if (!networks.equals(this.applied)) {
				setInternalProxies(networks);
				this.applied = networks;
			}
			if (Stream.of(HEADERS).anyMatch((header) -> request.getHeader(header) != null)
					&& !this.proxies.contains(request.getRemoteAddr())) {
				this.seen.accept(request.getRemoteAddr());
				tell(Network.prefix(request.getRemoteAddr(), 24, 48));
			}
			super.invoke(request, response);
		}

		private void tell(String network) {
			if (this.told.size() < TOLD && this.told.add(network)) {
				log.warn("A proxy in the network of {} seems to stand before Sayso. What it says of visitors is not"
						+ " believed, so that all of them look like one: if it is yours, name it in Settings, General.",
						network);
			}
		}

	}

}
