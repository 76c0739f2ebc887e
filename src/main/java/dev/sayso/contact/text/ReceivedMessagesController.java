package dev.sayso.contact.text;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.Connectors;
import dev.sayso.contact.inbound.ReceivedMessage;
import dev.sayso.contact.inbound.ReceivedMessages;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The texts that somebody should read, and what was decided about others.
 */
@ConsolePage
@RequestMapping("/inbound")
class ReceivedMessagesController {

	private static final int MOST = 50;

	private static final int DECIDED = 20;

	private static final String STOP = "stop";

	private static final String NOTHING = "nothing";

	private final ReceivedMessages messages;

	private final ReviewMessage review;

	private final NumberSays says;

	private final Connectors connectors;

	private final Profiles profiles;

	ReceivedMessagesController(ReceivedMessages messages, ReviewMessage review, NumberSays says, Connectors connectors,
			Profiles profiles) {
		this.messages = messages;
		this.review = review;
		this.says = says;
		this.connectors = connectors;
		this.profiles = profiles;
	}

	@GetMapping
	String list(Model model) {
		Map<UUID, String> names = this.connectors.findAllByOrderByName()
			.stream()
			.collect(Collectors.toMap(Connector::id, Connector::name));
		model.addAttribute("waiting",
				this.messages.waiting(MOST).stream().map((message) -> view(message, names)).toList());
		model.addAttribute("count", this.messages.countWaiting());
		model.addAttribute("decided",
				this.messages.decided(DECIDED)
					.stream()
					.map((message) -> new ReceivedMessageView(message, source(message, names), List.of()))
					.toList());
		model.addAttribute("connected", !names.isEmpty());
		return "contact/text/list";
	}

	@PutMapping("/messages/{id}")
	String decide(@PathVariable String id, @RequestParam(defaultValue = "") String act, Actor actor,
			RedirectAttributes redirect) {
		UUID message = Ids.parse(id).orElseThrow(() -> new NotFoundException("message " + id));
		Choices.check(!act.isEmpty());
		boolean stop = Choices.read(act, NOTHING, STOP).equals(STOP);
		if (this.review.decide(message, stop, actor)) {
			Flash.done(redirect, stop ? "inbound.decided.stop" : "inbound.decided.nothing");
		}
		else {
			Flash.warn(redirect, "inbound.decided.already");
		}
		return "redirect:/inbound";
	}

	private static String source(ReceivedMessage message, Map<UUID, String> names) {
		return (message.source() != null) ? message.source() : names.getOrDefault(message.connector(), "");
	}

	private ReceivedMessageView view(ReceivedMessage message, Map<UUID, String> names) {
		String address = message.address();
		List<Profile> people = (address != null)
				? List.copyOf(this.profiles.findByIdIn(this.says.people(message.channel(), address))) : List.of();
		return new ReceivedMessageView(message, source(message, names), people);
	}

}
