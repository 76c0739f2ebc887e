package dev.sayso.decision;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.audit.SubjectPage;
import dev.sayso.shared.Chrome;
import dev.sayso.shared.Destination;

/**
 * Where decisions show in the console.
 */
@Configuration(proxyBeanMethods = false)
class DecisionConsole {

	@Bean
	Destination decisionsDestination() {
		return Destination.of("decisions", "decisions", "arrows-split-2", 310);
	}

	@Bean
	Chrome.Creation decisionCreation() {
		return new Chrome.Creation("decision", "/decisions/new", "arrows-split-2", Set.of("MARKETER", "ADMIN"));
	}

	@Bean
	SubjectPage madeUpSubject() {
		return SubjectPage.of("made-up-person", "");
	}

	@Bean
	SubjectPage decisionSubject() {
		return SubjectPage.of("decision", "/decisions/{id}");
	}

}
