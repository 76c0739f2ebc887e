package dev.sayso.contact.panel;

import java.time.Clock;
import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.contact.MarketingAction;
import dev.sayso.contact.MarketingActions;
import dev.sayso.person.Profile;
import dev.sayso.profile.ProfileFrame;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ConsolePage;

/**
 * The tab <em>May we contact?</em> of a person.
 */
@ConsolePage
@RequestMapping("/profiles/{id}/contact")
class ContactPanelController {

	private final ProfileFrame frame;

	private final ContactPanel panel;

	private final MarketingActions actions;

	private final TimeFormat times;

	private final Clock clock;

	ContactPanelController(ProfileFrame frame, ContactPanel panel, MarketingActions actions, TimeFormat times,
			Clock clock) {
		this.actions = actions;
		this.frame = frame;
		this.panel = panel;
		this.times = times;
		this.clock = clock;
	}

	@GetMapping
	String show(@PathVariable String id, @RequestParam Map<String, String> parameters,
			@RequestHeader(name = "HX-Trigger", defaultValue = "") String trigger, Model model) {
		Profile person = this.frame.put(model, ProfileId.from(id), "contact");
		ContactPanelQuery query = ContactPanelQuery.of(parameters,
				this.actions.own().stream().map(MarketingAction::key).toList(), this.times.zone(),
				this.clock.instant());
		model.addAttribute("panel", this.panel.view(person, query));
		model.addAttribute("cellOpened", trigger.startsWith("cell-"));
		return "contact/panel/tab";
	}

}
