package dev.sayso.contact.events;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.consent.suppression.AddressText;
import dev.sayso.contact.events.MessageEvent.Effect;
import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListPage;
import dev.sayso.shared.page.ListQuery;

/**
 * Lists what senders told of their messages, and what that did.
 */
@ConsolePage
class MessageEventsController {

	private static final String BEFORE = "before";

	/** What is not kept one by one, or never comes of what is. */
	private static final Set<Effect> UNLISTED = Set.of(Effect.REPEATED, Effect.RESUMED);

	private final MessageEventList list;

	private final DetailsDrafts drafts;

	private final Clock clock;

	MessageEventsController(MessageEventList list, DetailsDrafts drafts, Clock clock) {
		this.list = list;
		this.drafts = drafts;
		this.clock = clock;
	}

	@GetMapping("/message-events")
	ModelAndView list(@RequestParam Map<String, String> parameters) {
		List<MessageEventList.SenderCounts> counts = this.list
			.counts(this.clock.instant().minus(MessageEventList.LATELY));
		ListQuery asked = new ListQuery("/message-events",
				List.of(ListFilter.of("kind", "message-event.kind", "message-event.kind.",
						keys(Arrays.stream(Kind.values()).filter(Kind::isKept).toList(), Kind::key)),
						ListFilter.of("effect", "message-event.effect", "message-event.effect.",
								keys(Arrays.stream(Effect.values()).filter((each) -> !UNLISTED.contains(each)).toList(),
										Effect::key)),
						ListFilter.of("channel", "channel", "channel.", keys(List.of(Channel.values()), Channel::key)),
						ListFilter.of("sender", "message-event.sender",
								counts.stream().map(MessageEventList.SenderCounts::sender).toList(),
								Function.identity(), Function.identity())),
				List.of("newest"), parameters);
		MessageEventList.Query query = query(asked);
		UUID before = Ids.parse(parameters.getOrDefault(BEFORE, "")).orElse(null);
		List<MessageEventList.Row> found = this.list.find(query, before, ListQuery.SIZE + 1);
		List<MessageEventList.Row> shown = found.subList(0, Math.min(found.size(), ListQuery.SIZE));
		String next = (found.size() > shown.size()) ? asked.with(BEFORE, shown.get(shown.size() - 1).id().toString())
				: null;
		return new ModelAndView("contact/events/list").addObject("counts", counts)
			.addObject("list", new ListPage<>(asked, shown, this.list.count(query), counts.size(),
					(before != null) ? asked.here() : null, next));
	}

	private MessageEventList.Query query(ListQuery asked) {
		String kind = asked.value("kind");
		String effect = asked.value("effect");
		String sender = asked.value("sender");
		String address = asked.value("q");
		return new MessageEventList.Query(kind.isEmpty() ? null : Kind.of(kind),
				effect.isEmpty() ? null : Effect.of(effect), Channel.of(asked.value("channel")).orElse(null),
				sender.isEmpty() ? null : sender, address.isEmpty() ? null : addresses(address));
	}

	/** What a text is on each channel on which it is an address. */
	private Map<Channel, String> addresses(String text) {
		Map<Channel, String> addresses = new EnumMap<>(Channel.class);
		Arrays.stream(Channel.values()).forEach((channel) -> {
			String address = AddressText.normalize(channel, text, this.drafts.region());
			if (address != null) {
				addresses.put(channel, address);
			}
		});
		return addresses;
	}

	private static <T> String[] keys(List<T> values, Function<T, String> key) {
		return values.stream().map(key).toArray(String[]::new);
	}

}
