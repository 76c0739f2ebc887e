package dev.sayso.profile.list;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.page.SavableList;

@Configuration(proxyBeanMethods = false)
class ProfileListConfiguration {

	@Bean
	static SavableList savableProfiles() {
		return new SavableList("profiles", ProfileQuery::knows);
	}

}
