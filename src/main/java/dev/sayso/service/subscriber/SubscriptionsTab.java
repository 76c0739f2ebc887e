package dev.sayso.service.subscriber;

import java.util.OptionalLong;

import org.springframework.stereotype.Component;

import dev.sayso.service.Subscriptions;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.ProfileTab;

@Component
class SubscriptionsTab implements ProfileTab {

	private final Subscriptions subscriptions;

	SubscriptionsTab(Subscriptions subscriptions) {
		this.subscriptions = subscriptions;
	}

	@Override
	public String path() {
		return "subscriptions";
	}

	@Override
	public String title() {
		return "tab.subscriptions";
	}

	@Override
	public int order() {
		return 15;
	}

	@Override
	public OptionalLong count(ProfileId profile) {
		return OptionalLong.of(this.subscriptions.find(profile).byService().size());
	}

}
