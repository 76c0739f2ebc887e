package dev.sayso.profile.list;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.condition.InvalidConditionException;
import dev.sayso.consent.status.SharedAddressNotes;
import dev.sayso.person.CodeNames;
import dev.sayso.person.DetailsForm;
import dev.sayso.person.DetailsForms;
import dev.sayso.person.Origin;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;

@ConsolePage
@RequestMapping("/profiles")
class ProfilesController {

	private final ProfileListPage list;

	private final DetailsForms forms;

	private final ProfileManagement management;

	private final SharedAddressNotes sharedAddresses;

	private final List<SelectionAction> actions;

	ProfilesController(ProfileListPage list, DetailsForms forms, ProfileManagement management,
			SharedAddressNotes sharedAddresses, List<SelectionAction> actions) {
		this.list = list;
		this.forms = forms;
		this.management = management;
		this.sharedAddresses = sharedAddresses;
		this.actions = actions;
	}

	@GetMapping
	ModelAndView list(@RequestParam MultiValueMap<String, String> parameters, @RequestParam @Nullable String cursor) {
		ProfileQuery query = ProfileQuery.of(parameters);
		if (ProfileQuery.hasBlanks(parameters)) {
			return new ModelAndView("redirect:/profiles" + (query.toString().isEmpty() ? "" : "?" + query));
		}
		try {
			return list(this.list.view(query, ProfileCursor.parse(cursor)), HttpStatus.OK);
		}
		catch (InvalidConditionException bad) {
			return list(this.list.refused(query, bad), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (QueryTimeoutException ex) {
			return list(this.list.cutOff(query), HttpStatus.SERVICE_UNAVAILABLE);
		}
	}

	private ModelAndView list(ProfileListView view, HttpStatus status) {
		return new ModelAndView("profile/list/list", Map.of("view", view, "selectionActions", this.actions), status);
	}

	@GetMapping("/filters")
	String filters(@RequestParam MultiValueMap<String, String> parameters, Model model) {
		model.addAttribute("menu", this.list.menu(ProfileQuery.of(parameters)));
		return "profile/list/filters";
	}

	/**
	 * What the form of a person's details offers: near a thousand names, which its page
	 * asks for once the form comes into view.
	 */
	@GetMapping("/menus")
	String menus(Locale reader, Model model) {
		model.addAttribute("names", CodeNames.in(reader));
		return "profile/list/menus";
	}

	@GetMapping("/new")
	String draft(Model model) {
		model.addAttribute("form", this.forms.blank());
		return "profile/list/new";
	}

	@PostMapping
	ModelAndView create(@RequestParam Map<String, String> typed, Actor actor, RedirectAttributes redirect) {
		DetailsForm form = this.forms.read(typed, null);
		if (!form.isValid()) {
			return again(form);
		}
		try {
			Profile created = this.management.create(form.details(), form.values(),
					new ProfileEditor(Origin.OPERATOR, actor, null));
			this.sharedAddresses.tell(created, "profile.created", redirect);
			return new ModelAndView("redirect:/profiles/" + created.id());
		}
		catch (DuplicateKeyException ex) {
			return again(form.with("externalId", "profile.fault.externalId.taken"));
		}
	}

	private static ModelAndView again(DetailsForm form) {
		return new ModelAndView("profile/list/new", Map.of("form", form), HttpStatus.UNPROCESSABLE_CONTENT);
	}

}
