package dev.sayso.consent;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The question whether silence counts as yes: asked once in a new store, and open to be
 * answered anew, each answer with whom it moves.
 */
@ConsolePage
@RequestMapping("/settings/channels/model")
class ConsentModelController {

	private final ConsentSettings settings;

	private final ChannelMoves moves;

	private final Audit audit;

	private final TransactionTemplate transaction;

	ConsentModelController(ConsentSettings settings, ChannelMoves moves, Audit audit, TransactionTemplate transaction) {
		this.settings = settings;
		this.moves = moves;
		this.audit = audit;
		this.transaction = transaction;
	}

	@GetMapping
	String ask(Model model) {
		model.addAttribute("form", ConsentModelForm.of(this.settings));
		put(model);
		return "consent/model";
	}

	@PutMapping
	String answer(@ModelAttribute("form") @Valid ConsentModelForm form, BindingResult errors, Actor actor, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		if (form.told() != null && !form.told().equals(fields().toString())) {
			errors.rejectValue("model", "consent-model.changed");
		}
		if (errors.hasErrors()) {
			put(model);
			response.setStatus(422);
			return "consent/model";
		}
		boolean first = this.settings.model().isEmpty();
		boolean changed = Boolean.TRUE.equals(this.transaction.execute((status) -> adopt(form.chosen(), actor)));
		Flash.done(redirect, changed ? "consent-model.saved" : "channels.same");
		return first ? "redirect:/" : "redirect:/settings/channels";
	}

	private void put(Model model) {
		ChannelSettingsForm now = ChannelSettingsForm.of(this.settings);
		Map<String, List<ChannelMoves.Move>> moves = Arrays.stream(ConsentModel.values())
			.collect(Collectors.toMap(ConsentModel::key, (each) -> this.moves.between(now, now.with(each)),
					(one, other) -> one, LinkedHashMap::new));
		model.addAttribute("moves", moves);
		model.addAttribute("told", fields().toString());
		model.addAttribute("unanswered", this.settings.model().isEmpty());
	}

	private boolean adopt(ConsentModel model, Actor by) {
		Map<String, String> before = fields();
		this.settings.adopt(model);
		List<FieldChange> changes = FieldChange.between(before, fields());
		if (!changes.isEmpty()) {
			this.audit.write(by, "edited", new AuditSubject("settings", "channels", "channels"), changes);
		}
		return !changes.isEmpty();
	}

	private Map<String, String> fields() {
		Map<String, String> fields = ChannelSettingsForm.of(this.settings).fields();
		this.settings.model().ifPresent((model) -> fields.put("consent.model", model.key()));
		return fields;
	}

}
