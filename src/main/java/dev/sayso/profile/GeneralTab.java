package dev.sayso.profile;

import org.springframework.stereotype.Component;

import dev.sayso.shared.page.ProfileTab;

/**
 * The first tab of a person: who they are and what they said.
 */
@Component
class GeneralTab implements ProfileTab {

	@Override
	public String path() {
		return "";
	}

	@Override
	public String title() {
		return "tab.general";
	}

	@Override
	public int order() {
		return 0;
	}

}
