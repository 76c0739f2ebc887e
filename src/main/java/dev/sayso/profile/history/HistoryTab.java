package dev.sayso.profile.history;

import java.util.Map;
import java.util.OptionalLong;

import org.springframework.stereotype.Component;

import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.ProfileTab;

@Component
class HistoryTab implements ProfileTab {

	private static final HistoryQuery ALL = HistoryQuery.of(Map.of());

	private final ProfileHistory history;

	HistoryTab(ProfileHistory history) {
		this.history = history;
	}

	@Override
	public String path() {
		return "history";
	}

	@Override
	public String title() {
		return "tab.history";
	}

	@Override
	public int order() {
		return 10;
	}

	@Override
	public OptionalLong count(ProfileId profile) {
		return OptionalLong.of(this.history.count(profile, ALL));
	}

}
