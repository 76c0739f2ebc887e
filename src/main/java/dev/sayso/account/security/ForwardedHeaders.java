package dev.sayso.account.security;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.shared.NamedProxies;
import dev.sayso.shared.Network;

/**
 * Believes {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code -Port} of
 * the proxies that Settings name, and says in the log where one seems to be unnamed.
 */
@Component
@Order(0)
class ForwardedHeaders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private static final Logger log = LoggerFactory.getLogger(ForwardedHeaders.class);

	private final NamedProxies proxies;

	ForwardedHeaders(NamedProxies proxies) {
		this.proxies = proxies;
	}

	@Override
	public void customize(TomcatServletWebServerFactory server) {
		server.addEngineValves(new Valve(this.proxies));
	}

	private static final class Valve extends RemoteIpValve {

		private static final String[] HEADERS = { "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host",
				"Forwarded" };

		/** More would be strangers who play proxy. */
		private static final int TOLD = 5;

		private final NamedProxies proxies;

		private final Set<String> told = ConcurrentHashMap.newKeySet();

		private volatile String applied = "";

		Valve(NamedProxies proxies) {
			this.proxies = proxies;
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
