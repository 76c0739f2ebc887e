package dev.sayso.landing;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.audit.SubjectPage;
import dev.sayso.shared.Chrome;
import dev.sayso.shared.Destination;

/**
 * Where the pages show in the console.
 */
@Configuration(proxyBeanMethods = false)
class LandingRoom {

	@Bean
	Destination landingPagesDestination() {
		return Destination.of("consent", "landing-pages", "app-window", 210);
	}

	@Bean
	Chrome.Creation landingPageCreation() {
		return new Chrome.Creation("landing-page", "/landing-pages/new", "app-window", Set.of("MARKETER", "ADMIN"));
	}

	@Bean
	SubjectPage landingPageSubject() {
		return SubjectPage.of("landing-page", "/landing-pages/{id}");
	}

}
