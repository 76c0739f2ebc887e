package dev.sayso.exchange;

import java.util.Set;

import dev.sayso.audit.SubjectPage;
import dev.sayso.shared.Chrome;
import dev.sayso.shared.Destination;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where this room shows in the console.
 */
@Configuration(proxyBeanMethods = false)
class ExchangeRoom {

	@Bean
	Destination importsDestination() {
		return Destination.of("people", "imports", "file-import", 130);
	}

	@Bean
	Destination exportsDestination() {
		return Destination.of("people", "exports", "file-export", 140);
	}

	@Bean
	Chrome.Creation importCreation() {
		return new Chrome.Creation("import", "/imports/new", "file-import", Set.of("OPERATOR", "ADMIN"));
	}

	@Bean
	SubjectPage importPage() {
		return SubjectPage.of("import", "/imports/{id}");
	}

	@Bean
	SubjectPage exportPage() {
		return SubjectPage.of("export", "");
	}

}
