package dev.sayso.profile;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.audit.SubjectPage;
import dev.sayso.shared.Chrome;
import dev.sayso.shared.Destination;
import dev.sayso.shared.ProfileAction;
import dev.sayso.shared.SettingsSection;

/**
 * Where this room shows in the console.
 */
@Configuration(proxyBeanMethods = false)
class ProfileRoom {

	@Bean
	Destination profilesDestination() {
		return Destination.of("people", "profiles", "users", 110);
	}

	@Bean
	Chrome.Creation profileCreation() {
		return new Chrome.Creation("profile", "/profiles/new", "user-plus", Set.of("OPERATOR", "ADMIN"));
	}

	@Bean
	ProfileAction erasureAction() {
		return new ProfileAction("erasure", "profile.erase", "eraser", 90, true);
	}

	@Bean
	SettingsSection attributesSection() {
		return new SettingsSection("attributes", "list-check", 30);
	}

	@Bean
	SubjectPage attributePage() {
		return SubjectPage.ofSettings("attribute", "/settings/attributes/{id}");
	}

	@Bean
	SubjectPage erasedProfile() {
		return SubjectPage.of("profile", "");
	}

}
