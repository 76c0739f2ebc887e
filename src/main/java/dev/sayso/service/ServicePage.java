package dev.sayso.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import dev.sayso.shared.TimeFormat;

/**
 * What each tab of a service's page has around it.
 */
@Component
public class ServicePage {

	private final Subscribers subscribers;

	private final List<ServiceTab> tabs;

	private final Clock clock;

	private final TimeFormat times;

	ServicePage(Subscribers subscribers, List<ServiceTab> tabs, Clock clock, TimeFormat times) {
		this.subscribers = subscribers;
		this.tabs = tabs;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * The frame of the page.
	 *
	 * @param open whether somebody may subscribe today
	 * @param time where today stands to the days of the service
	 * @param languages in which it has words of its own
	 */
	public record Frame(Service service, String tab, List<Tab> tabs, Map<SubscriptionState, Long> counts, boolean open,
			ServiceValidity.Time time, List<String> languages, List<String> frequencies) {

		public long count(SubscriptionState state) {
			return this.counts.getOrDefault(state, 0L);
		}

		public long people() {
			return this.counts.values().stream().mapToLong(Long::longValue).sum();
		}

	}

	public record Tab(String path, String title, long count, boolean counted) {

	}

	/** The latest that happened to a service. */
	List<ServiceTab.Latest> happened(Service service) {
		return this.tabs.stream().flatMap((tab) -> tab.latest(service).stream()).toList();
	}

	/** Puts the frame into the model as {@code frame}, for {@code service/_head}. */
	public Frame put(Model model, Service service, String tab) {
		Map<SubscriptionState, Long> counts = this.subscribers.counts(service.slug());
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.times.zone());
		long people = counts.values().stream().mapToLong(Long::longValue).sum();
		List<Tab> shown = new ArrayList<>(List.of(new Tab("", "service.tab.overview", 0, false),
				new Tab("/subscribers", "service.tab.subscribers", people, true)));
		this.tabs.forEach((more) -> shown.add(new Tab("/" + more.path(), more.title(), more.count(service), true)));
		Locale locale = LocaleContextHolder.getLocale();
		Frame frame = new Frame(service, tab, shown, counts, service.takes(today), service.validity().time(today),
				ServiceForm.LANGUAGES.stream()
					.filter((language) -> !service.words().text(language).name().isEmpty())
					.map((language) -> Locale.forLanguageTag(language).getDisplayLanguage(locale))
					.toList(),
				service.words().frequencies().stream().map((frequency) -> frequency.in(locale.getLanguage())).toList());
		model.addAttribute("frame", frame);
		return frame;
	}

}
