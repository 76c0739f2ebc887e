package dev.sayso.profile;

import java.util.Map;
import java.util.Objects;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.status.SharedAddressNotes;
import dev.sayso.person.DetailsForm;
import dev.sayso.person.DetailsForms;
import dev.sayso.person.Origin;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;

/**
 * The General tab of a person, and their contact details saved from it.
 */
@ConsolePage
@RequestMapping("/profiles/{id}")
class DetailsController {

	private final Profiles profiles;

	private final DetailsForms forms;

	private final ProfileManagement management;

	private final StaleDetails stale;

	private final SharedAddressNotes sharedAddresses;

	private final GeneralPage page;

	DetailsController(Profiles profiles, DetailsForms forms, ProfileManagement management, StaleDetails stale,
			SharedAddressNotes sharedAddresses, GeneralPage page) {
		this.profiles = profiles;
		this.forms = forms;
		this.management = management;
		this.stale = stale;
		this.sharedAddresses = sharedAddresses;
		this.page = page;
	}

	@GetMapping
	ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "marketing") String action, Model model) {
		return this.page.draw(ProfileId.from(id), model.addAttribute("action", action), HttpStatus.OK);
	}

	@PutMapping
	ModelAndView edit(@PathVariable String id, @RequestParam Map<String, String> typed, Actor actor, Model model,
			RedirectAttributes redirect) {
		Profile before = this.profiles.get(id);
		DetailsForm form = this.forms.read(typed, before);
		if (!form.isValid()) {
			return again(before, form, model);
		}
		try {
			Profile after = this.management.edit(before.id(), form.version(), form.details(), form.values(),
					new ProfileEditor(Origin.OPERATOR, actor, null));
			boolean same = Objects.equals(after.version(), before.version());
			this.sharedAddresses.tell(after, same ? "profile.unchanged" : "profile.saved", redirect);
			return new ModelAndView("redirect:/profiles/" + id);
		}
		catch (DuplicateKeyException ex) {
			return again(before, form.with("externalId", "profile.fault.externalId.taken"), model);
		}
		catch (StaleEditException | OptimisticLockingFailureException ex) {
			Profile now = this.profiles.get(id);
			return new ModelAndView("profile/stale", Map.of("profile", now, "stale", this.stale.compare(now, form)),
					HttpStatus.CONFLICT);
		}
	}

	private ModelAndView again(Profile profile, DetailsForm form, Model model) {
		return this.page.draw(profile.id(), model.addAttribute("form", form), HttpStatus.UNPROCESSABLE_CONTENT);
	}

}
