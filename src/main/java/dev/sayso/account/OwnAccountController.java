package dev.sayso.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.PageFrame;

import static java.util.Objects.requireNonNullElse;

@ConsolePage
class OwnAccountController {

	/** What is counted as the source of whoever is signed in already. */
	private static final String SIGNED_IN = "session";

	private final Accounts accounts;

	private final AccountManagement management;

	private final SignInFailures failures;

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	OwnAccountController(Accounts accounts, AccountManagement management, SignInFailures failures) {
		this.accounts = accounts;
		this.management = management;
		this.failures = failures;
	}

	@GetMapping("/account")
	String show(@AuthenticationPrincipal AccountPrincipal user, Model model) {
		return page(own(user), new PasswordForm("", "", ""), model);
	}

	@PostMapping("/account/password")
	String change(@AuthenticationPrincipal AccountPrincipal user, @ModelAttribute("form") PasswordForm form,
			BindingResult errors, Model model, Actor actor, HttpServletRequest request, HttpServletResponse response,
			RedirectAttributes to) {
		Account account = own(user);
		form.check(account.username(), account.name(), errors);
		if (!errors.hasErrors()) {
			checkCurrent(account, form.current(), errors);
		}
		if (errors.hasErrors()) {
			response.setStatus(422);
			return page(account, form, model);
		}
		Account changed = this.management.changePassword(account, form.password(), request.getSession().getId(), actor);
		request.changeSessionId();
		rememberInSession(changed, request, response);
		Flash.done(to, "account.password.changed");
		return "redirect:/account";
	}

	@PostMapping("/account/preferences")
	String prefer(@AuthenticationPrincipal AccountPrincipal user, PreferencesForm form, HttpServletRequest request,
			HttpServletResponse response) {
		Account changed = form.change(own(user));
		this.accounts.prefer(changed.id(), changed.language(), changed.theme());
		rememberInSession(changed, request, response);
		return "redirect:" + PreferencesForm.withoutLanguage(LocalPath.of(form.back(), "/account"));
	}

	@DeleteMapping("/account/sessions")
	String signOutEverywhere(@AuthenticationPrincipal AccountPrincipal user, Actor actor, HttpServletRequest request)
			throws ServletException {
		this.management.signOutEverywhere(own(user), actor);
		request.logout();
		return "redirect:/login?signed-out";
	}

	private void rememberInSession(Account account, HttpServletRequest request, HttpServletResponse response) {
		AccountPrincipal user = new AccountPrincipal(account);
		user.eraseCredentials();
		UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(user, null,
				user.getAuthorities());
		Authentication before = SecurityContextHolder.getContext().getAuthentication();
		token.setDetails((before != null) ? before.getDetails() : null);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(token);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
	}

	private void checkCurrent(Account account, String typed, BindingResult errors) {
		try {
			this.failures.begin(account.username(), SIGNED_IN);
			if (this.management.isCurrent(account, typed)) {
				this.failures.forget(account.username(), SIGNED_IN);
			}
			else {
				errors.rejectValue("current", "account.password.fault.current");
			}
		}
		catch (SignInLockedException ex) {
			errors.rejectValue("current", "account.password.fault.locked", new Object[] { ex.minutes() }, null);
		}
	}

	private Account own(AccountPrincipal user) {
		return this.accounts.get(user.id());
	}

	private static String page(Account account, PasswordForm form, Model model) {
		model.addAttribute("account", account);
		model.addAttribute("language", requireNonNullElse(account.language(), ""));
		model.addAttribute("languages", PageFrame.LANGUAGES);
		model.addAttribute("themes", PreferencesForm.THEMES);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", form);
		}
		return "account/own";
	}

}
