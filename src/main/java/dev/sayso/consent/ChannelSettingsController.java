package dev.sayso.consent;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The section <em>Channels and defaults</em> of Settings.
 */
@ConsolePage
@RequestMapping("/settings/channels")
class ChannelSettingsController {

	private final ConsentSettings settings;

	private final ChangeChannels change;

	private final Unsaid unsaid;

	ChannelSettingsController(ConsentSettings settings, ChangeChannels change, Unsaid unsaid) {
		this.settings = settings;
		this.change = change;
		this.unsaid = unsaid;
	}

	@GetMapping
	String show(Model model) {
		put(ChannelSettingsForm.of(this.settings), model);
		return "consent/channels";
	}

	@PutMapping
	ModelAndView save(@RequestParam MultiValueMap<String, String> posted, Actor actor, Model model,
			RedirectAttributes redirect) {
		ChannelSettingsForm form = ChannelSettingsForm.of(this.settings).with(posted);
		if (form.channels().isEmpty()) {
			put(form, model);
			return new ModelAndView("consent/channels", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Flash.done(redirect, (this.change.to(form, actor) > 0) ? "channels.saved" : "channels.same");
		return new ModelAndView("redirect:/settings/channels");
	}

	private void put(ChannelSettingsForm form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("channels", Channel.values());
		model.addAttribute("choices", Choice.values());
		model.addAttribute("affected", this.unsaid.counts());
	}

}
