package dev.sayso.service.subscriber;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import dev.sayso.consent.card.ProfileCard;
import dev.sayso.service.Service;
import dev.sayso.service.Services;
import dev.sayso.service.Subscription;
import dev.sayso.service.Subscriptions;

/**
 * What a person is subscribed to, in short, on their General tab.
 */
@Component
@Order(60)
class SubscriptionsCard implements ProfileCard {

	private final Services services;

	private final Subscriptions subscriptions;

	SubscriptionsCard(Services services, Subscriptions subscriptions) {
		this.services = services;
		this.subscriptions = subscriptions;
	}

	record Row(Subscription subscription, String name) {

	}

	@Override
	public String template() {
		return "service/subscriber/_card";
	}

	@Override
	public void fill(Model model, Context context) {
		List<Row> rows = this.subscriptions.find(context.profile().id())
			.byService()
			.values()
			.stream()
			.map((subscription) -> new Row(subscription,
					this.services.findBySlug(subscription.service()).map(Service::name).orElse(subscription.service())))
			.toList();
		model.addAttribute("subscribed", rows);
	}

}
