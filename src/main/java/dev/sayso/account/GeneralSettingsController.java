package dev.sayso.account;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.SaysoProperties;
import dev.sayso.shared.Settings;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

@ConsolePage
class GeneralSettingsController {

	private final Settings settings;

	private final TimeFormat times;

	private final Audit audit;

	private final TransactionTemplate transaction;

	private final SaysoProperties properties;

	GeneralSettingsController(Settings settings, TimeFormat times, Audit audit, TransactionTemplate transaction,
			SaysoProperties properties) {
		this.settings = settings;
		this.times = times;
		this.audit = audit;
		this.transaction = transaction;
		this.properties = properties;
	}

	@ModelAttribute
	void choices(Model model, Locale locale) {
		model.addAttribute("zones", zones());
		model.addAttribute("regions", regions(locale));
		model.addAttribute("ipModes", GeneralSettingsForm.EVIDENCE_IP);
		model.addAttribute("baseUrl", this.properties.baseUrl());
	}

	@GetMapping("/settings")
	String overview() {
		return "account/settings";
	}

	@GetMapping("/settings/general")
	String show(Model model) {
		model.addAttribute("form", current());
		return "account/general";
	}

	@PutMapping("/settings/general")
	String save(@ModelAttribute("form") @Valid GeneralSettingsForm form, BindingResult errors, Actor actor,
			HttpServletResponse response, RedirectAttributes to) {
		form.check(current(), errors);
		if (errors.hasErrors()) {
			response.setStatus(422);
			return "account/general";
		}
		this.transaction.executeWithoutResult((status) -> change(form, actor));
		Flash.done(to, "general.saved");
		return "redirect:/settings/general";
	}

	private GeneralSettingsForm current() {
		return GeneralSettingsForm.of(this.settings, this.times);
	}

	private void change(GeneralSettingsForm form, Actor actor) {
		List<FieldChange> changes = FieldChange.between(current().values(), form.values());
		if (changes.isEmpty()) {
			return;
		}
		changes.forEach((change) -> this.settings.set(change.field(), form.values().get(change.field())));
		this.audit.write(actor, "edited", new AuditSubject("settings", "general", "general"), changes);
	}

	private static Map<String, String> zones() {
		return ZoneId.getAvailableZoneIds()
			.stream()
			.filter((id) -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")
					|| id.equals("UTC"))
			.sorted()
			.collect(Collectors.toMap((id) -> id, (id) -> id.replace('_', ' '), (one, other) -> one,
					LinkedHashMap::new));
	}

	private static Map<String, String> regions(Locale locale) {
		return Arrays.stream(Locale.getISOCountries())
			.map((code) -> new Locale.Builder().setRegion(code).build())
			.sorted(Comparator.comparing((country) -> country.getDisplayCountry(locale), Collator.getInstance(locale)))
			.collect(Collectors.toMap(Locale::getCountry, (country) -> country.getDisplayCountry(locale),
					(one, other) -> one, LinkedHashMap::new));
	}

}
