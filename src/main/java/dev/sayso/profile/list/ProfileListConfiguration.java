package dev.sayso.profile.list;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.person.RedactableThing;
import dev.sayso.shared.page.SavableList;

@Configuration(proxyBeanMethods = false)
class ProfileListConfiguration {

	/** The search and the conditions of a view may name somebody. */
	@Bean
	static RedactableThing redactableViews() {
		return new RedactableThing("saved_view", List.of("query"), false, null);
	}

	@Bean
	static SavableList savableProfiles() {
		return new SavableList("profiles", ProfileQuery::knows);
	}

}
