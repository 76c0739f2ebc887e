package dev.sayso.account;

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

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.shared.Actor;
import dev.sayso.shared.SaysoProperties;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The general section of Settings.
 */
@ConsolePage
class GeneralSettingsController {

	private final ChangeGeneral general;

	private final SaysoProperties properties;

	GeneralSettingsController(ChangeGeneral general, SaysoProperties properties) {
		this.general = general;
		this.properties = properties;
	}

	@ModelAttribute
	void choices(Model model, Locale locale) {
		model.addAttribute("zones", zones());
		model.addAttribute("regions", regions(locale));
		model.addAttribute("ipModes", GeneralSettingsForm.EVIDENCE_IP);
		model.addAttribute("baseUrl", this.properties.baseUrl());
	}

	@GetMapping("/settings/general")
	String show(Model model) {
		model.addAttribute("form", this.general.now());
		return "account/general";
	}

	@PutMapping("/settings/general")
	String save(@ModelAttribute("form") @Valid GeneralSettingsForm form, BindingResult errors, Actor actor,
			HttpServletResponse response, RedirectAttributes to) {
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(422);
			return "account/general";
		}
		this.general.to(form, actor);
		Flash.done(to, "general.saved");
		return "redirect:/settings/general";
	}

	private static Map<String, String> zones() {
		List<String> ids = ZoneId.getAvailableZoneIds()
			.stream()
			.filter((id) -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")
					|| id.equals("UTC"))
			.sorted()
			.toList();
		return ids.stream()
			.collect(Collectors.toMap((id) -> id, (id) -> id.replace('_', ' '), (one, other) -> one,
					LinkedHashMap::new));
	}

	private static Map<String, String> regions(Locale locale) {
		return Arrays.stream(Locale.getISOCountries())
			.map((code) -> new Locale.Builder().setRegion(code).build())
			.sorted(Comparator.comparing((country) -> country.getDisplayCountry(locale),
					java.text.Collator.getInstance(locale)))
			.collect(Collectors.toMap(Locale::getCountry, (country) -> country.getDisplayCountry(locale),
					(one, other) -> one, LinkedHashMap::new));
	}

}
