package dev.sayso.profile;

import java.util.Map;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.Origin;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ConsolePage;
import dev.sayso.shared.Flash;
import dev.sayso.shared.NotFound;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.StaleEdit;

/**
 * Saves somebody's contact details from the General tab.
 */
@ConsolePage
class DetailsController {

	private final Profiles profiles;

	private final DetailsForms forms;

	private final KeepProfile keep;

	private final StaleDetails stale;

	private final Twins twins;

	DetailsController(Profiles profiles, DetailsForms forms, KeepProfile keep, StaleDetails stale, Twins twins) {
		this.profiles = profiles;
		this.forms = forms;
		this.keep = keep;
		this.stale = stale;
		this.twins = twins;
	}

	@PutMapping("/profiles/{id}")
	ModelAndView edit(@PathVariable String id, @RequestParam Map<String, String> typed, Actor actor,
			RedirectAttributes redirect) {
		Profile before = ProfileId.parse(id).flatMap(this.profiles::findById).orElseThrow(() -> new NotFound(id));
		DetailsForm form = this.forms.read(typed, before);
		if (!form.isValid()) {
			return page(before, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			Profile after = this.keep.edit(before.id(), form.version(), form.details(), form.values(),
					new Editor(Origin.OPERATOR, actor, null));
			boolean same = after.version() != null && after.version().equals(before.version());
			Flash.done(redirect, same ? "profile.unchanged" : "profile.saved", after.name());
			this.twins.tell(after, redirect);
			return new ModelAndView("redirect:/profiles/" + id);
		}
		catch (DuplicateKeyException ex) {
			return page(before, form.with("externalId", "profile.fault.externalId.taken"),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (StaleEdit | OptimisticLockingFailureException ex) {
			Profile now = this.profiles.findById(before.id()).orElseThrow(() -> new NotFound(id));
			return page(now, form, HttpStatus.CONFLICT).addObject("stale", this.stale.of(now, form));
		}
	}

	private static ModelAndView page(Profile profile, DetailsForm form, HttpStatus status) {
		return new ModelAndView("profile/edit", Map.of("profile", profile, "form", form), status);
	}

}
