package dev.sayso.audience;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.audience.eligibility.EligibilityForms;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.PageFrame;

/**
 * A form of some room that says whom something is for, as small as it can be.
 */
@ConsolePage
@Profile("demo")
@RequestMapping("/audiences/samples/eligibility")
class EligibilitySample {

	private final EligibilityForms forms;

	private final AtomicReference<String> kept = new AtomicReference<>("");

	EligibilitySample(EligibilityForms forms) {
		this.forms = forms;
	}

	@GetMapping
	ModelAndView show(@RequestParam @Nullable String kept, @ModelAttribute("pageFrame") PageFrame pageFrame) {
		EligibilityForm form = EligibilityForm.of((kept != null) ? kept : this.kept.get());
		return page(form, pageFrame.markets(), HttpStatus.OK);
	}

	@PutMapping
	ModelAndView save(@RequestParam MultiValueMap<String, String> fields, @RequestParam(defaultValue = "") String act) {
		EligibilityForm form = EligibilityForm.read(fields);
		if (EligibilityForm.isAct(act)) {
			return page(form.after(act), true, HttpStatus.OK);
		}
		try {
			this.kept.set(this.forms.kept(form));
			return new ModelAndView("redirect:/audiences/samples/eligibility");
		}
		catch (InvalidConditionException ex) {
			return page(form, true, HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	private ModelAndView page(EligibilityForm form, boolean open, HttpStatus status) {
		return new ModelAndView("sample/eligibility", status).addObject("eligibility",
				this.forms.view(form, "/audiences/samples/eligibility", open));
	}

}
