package dev.sayso.account.security;

import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.account.LocalPath;
import dev.sayso.account.SessionUser;
import dev.sayso.account.SignInLockedException;
import dev.sayso.store.Deployment;

@Controller
class SignInController {

	private final Deployment deployment;

	SignInController(Deployment deployment) {
		this.deployment = deployment;
	}

	@GetMapping("/login")
	String page(@RequestParam Map<String, String> asked,
			@RequestAttribute(name = SignInEntryPoint.FAILURE, required = false) @Nullable Exception failure,
			Model model) {
		String to = LocalPath.of(asked.get(SignInEntryPoint.TO), "");
		if (failure == null && SessionUser.signedIn().isPresent()) {
			return "redirect:" + (to.isEmpty() ? "/" : to);
		}
		model.addAttribute("notice", (failure != null) ? notice(failure) : notice(asked));
		model.addAttribute("minutes", (failure instanceof SignInLockedException locked) ? locked.minutes() : 0);
		model.addAttribute("username", asked.getOrDefault("username", ""));
		model.addAttribute("language", asked.getOrDefault("lang", ""));
		model.addAttribute("to", to);
		model.addAttribute("demo", this.deployment.isDemo());
		return "account/security/login";
	}

	private static String notice(Exception failure) {
		return (failure instanceof SignInLockedException) ? "locked" : "failed";
	}

	private static String notice(Map<String, String> asked) {
		return Stream.of("signed-out", "ended").filter(asked::containsKey).findFirst().orElse("");
	}

}
