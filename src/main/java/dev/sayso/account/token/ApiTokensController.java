package dev.sayso.account.token;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

@ConsolePage
class ApiTokensController {

	private final ApiTokens tokens;

	private final ApiTokenManagement management;

	private final ApiCallSettings calls;

	ApiTokensController(ApiTokens tokens, ApiTokenManagement management, ApiCallSettings calls) {
		this.tokens = tokens;
		this.management = management;
		this.calls = calls;
	}

	/** How often a token may call, as it is typed. */
	record LimitForm(String calls) {

		private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,6}");

		boolean isValid() {
			return NUMBER.matcher(this.calls).matches() && Integer.parseInt(this.calls) <= ApiCallSettings.MOST;
		}

	}

	@ModelAttribute("scopes")
	ApiScope[] scopes() {
		return ApiScope.values();
	}

	@GetMapping("/settings/api-tokens")
	String list(Model model) {
		model.addAttribute("form", new LimitForm(String.valueOf(this.calls.perMinute())));
		return show(model);
	}

	@PutMapping("/settings/api-tokens")
	String limit(@ModelAttribute("form") LimitForm form, BindingResult errors, Model model, Actor actor,
			HttpServletResponse response, RedirectAttributes to) {
		if (!form.isValid()) {
			errors.rejectValue("calls", "token.calls.fault");
			response.setStatus(422);
			return show(model);
		}
		Flash.done(to,
				this.calls.allow(Integer.parseInt(form.calls()), actor) ? "token.calls.saved" : "token.calls.same");
		return "redirect:/settings/api-tokens";
	}

	private String show(Model model) {
		model.addAttribute("tokens", this.tokens.findAllByOrderByCreatedAtDesc());
		return "account/token/list";
	}

	@GetMapping("/settings/api-tokens/new")
	String blank(Model model) {
		model.addAttribute("form", new ApiTokenForm("", Set.of()));
		return "account/token/new";
	}

	@PostMapping("/settings/api-tokens")
	String create(@ModelAttribute("form") @Valid ApiTokenForm form, BindingResult errors, Model model, Actor actor,
			HttpServletResponse response) {
		if (this.tokens.existsByNameAndRevokedAtIsNull(form.name())) {
			errors.rejectValue("name", "token.fault.taken");
		}
		if (errors.hasErrors()) {
			response.setStatus(422);
			return "account/token/new";
		}
		return OneTimeSecret.token(form.name(), this.management.create(form, actor)).show(model, response);
	}

	@GetMapping("/settings/api-tokens/browser/new")
	String blankBrowser(Model model) {
		model.addAttribute("form", new BrowserTokenForm("", ""));
		return "account/token/browser";
	}

	@PostMapping("/settings/api-tokens/browser")
	String createBrowser(@ModelAttribute("form") @Valid BrowserTokenForm form, BindingResult errors, Model model,
			Actor actor, HttpServletResponse response) {
		if (this.tokens.existsByNameAndRevokedAtIsNull(form.name())) {
			errors.rejectValue("name", "token.fault.taken");
		}
		form.fault()
			.ifPresent((line) -> errors.rejectValue("origins", "token.fault.origin", new Object[] { line }, null));
		if (errors.hasErrors()) {
			response.setStatus(422);
			return "account/token/browser";
		}
		return OneTimeSecret.token(form.name(), this.management.create(form, actor)).show(model, response);
	}

	@GetMapping("/settings/api-tokens/{id}/revocation")
	String confirm(@PathVariable String id, Model model) {
		model.addAttribute("token", this.tokens.get(id));
		return "account/token/revoke";
	}

	@DeleteMapping("/settings/api-tokens/{id}")
	String revoke(@PathVariable String id, Actor actor, RedirectAttributes to) {
		ApiToken token = this.tokens.get(id);
		this.management.revoke(token, actor);
		Flash.done(to, "token.revoked", token.name());
		return "redirect:/settings/api-tokens";
	}

}
