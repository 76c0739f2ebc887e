package dev.sayso.offer;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.audit.SubjectPage;
import dev.sayso.shared.Chrome;
import dev.sayso.shared.Destination;

/**
 * Where offers show in the console.
 */
@Configuration(proxyBeanMethods = false)
class OffersRoom {

	private static final Set<String> MARKETS = Set.of("MARKETER", "ADMIN");

	@Bean
	Destination offersDestination() {
		return Destination.of("decisions", "offers", "tag", 320);
	}

	@Bean
	Chrome.Creation offerCreation() {
		return new Chrome.Creation("offer", "/offers/new", "tag", MARKETS);
	}

	@Bean
	Chrome.Creation fallbackCreation() {
		return new Chrome.Creation("fallback", "/offers/new?fallback=true", "shield", MARKETS);
	}

	@Bean
	SubjectPage offerSubject() {
		return SubjectPage.of("offer", "/offers/{id}");
	}

}
