package dev.sayso.service;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.shared.page.ConsolePage;

/**
 * The page of one service: how it stands, and who is in it.
 */
@ConsolePage
@RequestMapping("/services/{id}")
class ServiceController {

	/** So many the overview shows. */
	private static final int FEW = 5;

	private static final int PAGE = 50;

	private final Services services;

	private final Subscribers subscribers;

	private final ServicePage page;

	private final SubscriberRows rows;

	private final ServiceCurve curve;

	private final ServiceReach reach;

	private final ServiceUsages usages;

	ServiceController(Services services, Subscribers subscribers, ServicePage page, SubscriberRows rows,
			ServiceCurve curve, ServiceReach reach, ServiceUsages usages) {
		this.services = services;
		this.subscribers = subscribers;
		this.page = page;
		this.rows = rows;
		this.curve = curve;
		this.reach = reach;
		this.usages = usages;
	}

	@GetMapping
	String show(@PathVariable String id, Model model) {
		Service service = this.services.get(id);
		ServicePage.Frame frame = this.page.put(model, service, "");
		long subscribed = frame.count(SubscriptionState.SUBSCRIBED);
		model.addAttribute("curve", this.curve.draw(service, subscribed));
		model.addAttribute("reach", (subscribed > 0) ? this.reach.count(service) : null);
		model.addAttribute("uses", this.usages.find(service));
		model.addAttribute("rows", this.rows.list(service, this.subscribers.latest(service.slug(), null, null, FEW)));
		model.addAttribute("states", SubscriptionState.values());
		model.addAttribute("happened", this.page.happened(service));
		return "service/show";
	}

	@GetMapping("/subscribers")
	String list(@PathVariable String id, @RequestParam(defaultValue = "") String state,
			@RequestParam(defaultValue = "") String cursor, Model model) {
		Service service = this.services.get(id);
		this.page.put(model, service, "/subscribers");
		SubscriptionState only = Arrays.stream(SubscriptionState.values())
			.filter((known) -> known.key().equals(state))
			.findFirst()
			.orElse(null);
		Subscribers.Place after = place(cursor);
		List<Subscription> some = this.subscribers.latest(service.slug(), only, after, PAGE + 1);
		List<Subscription> shown = some.subList(0, Math.min(PAGE, some.size()));
		String path = "/services/" + service.slug() + "/subscribers?state=" + ((only != null) ? only.key() : "");
		model.addAttribute("rows", this.rows.list(service, shown));
		model.addAttribute("states", SubscriptionState.values());
		model.addAttribute("state", only);
		model.addAttribute("first", (after != null) ? path : null);
		model.addAttribute("next", (some.size() > PAGE) ? path + "&cursor=" + cursor(shown.get(PAGE - 1)) : null);
		return "service/subscribers";
	}

	private static String cursor(Subscription last) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((last.since() + " " + last.profile()).getBytes(StandardCharsets.UTF_8));
	}

	/** What a cursor stands for; one that is none of ours is the beginning. */
	private static Subscribers.@Nullable Place place(String cursor) {
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
			return (parts.length == 2) ? new Subscribers.Place(Instant.parse(parts[0]), UUID.fromString(parts[1]))
					: null;
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

}
