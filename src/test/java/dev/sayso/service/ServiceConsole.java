package dev.sayso.service;

import java.util.Map;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.MultiValueMap;

import dev.sayso.account.SignIn;

import static dev.sayso.account.SignIn.csrf;

/**
 * The console of the service room, as people use it.
 */
public abstract class ServiceConsole extends ServiceRoom {

	@Autowired
	public MockMvcTester mvc;

	public MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(SignIn.admin()).exchange();
	}

	public MvcTestResult post(String path, Map<String, String> fields, RequestPostProcessor who) {
		return this.mvc.post()
			.uri(path)
			.params(MultiValueMap.fromSingleValue(fields))
			.with(who)
			.with(csrf())
			.exchange();
	}

	public MvcTestResult post(String path, Map<String, String> fields) {
		return post(path, fields, SignIn.admin());
	}

}
