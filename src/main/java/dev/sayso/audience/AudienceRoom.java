package dev.sayso.audience;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.audit.SubjectPage;
import dev.sayso.shared.Chrome;
import dev.sayso.shared.Destination;

/**
 * Where audiences show in the console.
 */
@Configuration(proxyBeanMethods = false)
class AudienceRoom {

	@Bean
	Destination audiencesDestination() {
		return Destination.of("people", "audiences", "users-group", 120);
	}

	@Bean
	Chrome.Creation audienceCreation() {
		return new Chrome.Creation("audience", "/audiences/new", "users-group", Set.of("MARKETER", "ADMIN"));
	}

	@Bean
	SubjectPage audienceSubject() {
		return SubjectPage.of("audience", "/audiences/{id}");
	}

}
