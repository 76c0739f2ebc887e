package dev.sayso.account.security;

import java.time.Duration;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.account.NamedProxies;

/**
 * Keeps pages served while others send slowly. Asked after {@link ForwardedHeaders}, so
 * that behind a named proxy each visitor counts for themself.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SlowClients implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final NamedProxies proxies;

	private final int threads;

	SlowClients(NamedProxies proxies, @Value("${server.tomcat.threads.max:200}") int threads) {
		this.proxies = proxies;
		this.threads = threads;
	}

	@Override
	public void customize(TomcatServletWebServerFactory server) {
		server.setProtocol(BoundedProtocol.class.getName());
		server.addConnectorCustomizers((connector) -> {
			// what may stand beside a chunk is read without asking whether it came
			connector.setProperty("maxExtensionSize", "64");
			connector.setProperty("maxTrailerSize", "512");
			if (connector.getProtocolHandler() instanceof BoundedProtocol protocol) {
				protocol.exempt(lately(this.proxies::contains));
			}
		});
		server.addEngineValves(new BodyPace(new BodyWaits(this.threads)));
	}

	/**
	 * What was so of an address a second ago, and of one that is new that it is none: who
	 * accepts connections never waits for the store.
	 */
	static Predicate<String> lately(Predicate<String> addresses) {
		AsyncLoadingCache<String, Boolean> known = Caffeine.newBuilder()
			.maximumSize(1000)
			.refreshAfterWrite(Duration.ofSeconds(1))
			.buildAsync(addresses::test);
		return (address) -> known.get(address).exceptionally((ex) -> false).getNow(false);
	}

}
