package dev.sayso.account.security;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.account.SessionUser;
import dev.sayso.account.SignInFailureCount;
import dev.sayso.store.Deployment;

@Controller
class SignInController {

	private final Deployment deployment;

	SignInController(Deployment deployment) {
		this.deployment = deployment;
	}

	@GetMapping("/login")
	String page(@RequestParam Map<String, String> asked, Model model) {
		if (SessionUser.signedIn().isPresent()) {
			return "redirect:/";
		}
		model.addAttribute("notice", notice(asked));
		model.addAttribute("minutes", minutes(asked.getOrDefault("locked", "")));
		model.addAttribute("language", asked.getOrDefault("lang", ""));
		model.addAttribute("demo", this.deployment.isDemo());
		return "account/security/login";
	}

	private static String notice(Map<String, String> asked) {
		return java.util.stream.Stream.of("locked", "failed", "signed-out", "ended")
			.filter(asked::containsKey)
			.findFirst()
			.orElse("");
	}

	private static int minutes(String text) {
		int minutes = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 1;
		return Math.min(Math.max(minutes, 1), (int) SignInFailureCount.LONGEST_LOCK.toMinutes());
	}

}
