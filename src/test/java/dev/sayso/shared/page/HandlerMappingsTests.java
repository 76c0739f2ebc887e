package dev.sayso.shared.page;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import dev.sayso.ProductTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds that a handler is found however its address is written.
 */
@ProductTest
class HandlerMappingsTests {

	@Autowired
	RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Test
	void aHandlerIsFoundByItsPath() throws Exception {
		assertThat(handler("GET", "/")).isEqualTo("DashboardController");
		assertThat(handler("GET", "/p/anything")).isEqualTo("PublicFormsController");
		assertThat(handler("GET", "/placements")).isEqualTo("PlacementController");
		assertThat(handler("GET", "/placements/new")).isEqualTo("PlacementController");
		assertThat(handler("PATCH", "/api/v1/profiles/email:a/consents")).isEqualTo("ConsentsApi");
		assertThat(handler("GET", "/api/v1/profiles/email:a")).isEqualTo("ProfilesApi");
		assertThat(handler("GET", "/nothing/is/here")).isNull();
		assertThat(handler("GET", "/p")).isNull();
	}

	@Test
	void anAddressMayBeEncodedOrCarryParameters() throws Exception {
		assertThat(handler("GET", "/%70lacements/new")).isEqualTo("PlacementController");
		assertThat(handler("GET", "/api/v1/pro%66iles/email:a")).isEqualTo("ProfilesApi");
		assertThat(handler("GET", "/placements;a=b/new")).isEqualTo("PlacementController");
	}

	@Test
	void anotherMethodIsToldWhichThereAre() {
		assertThatExceptionOfType(HttpRequestMethodNotSupportedException.class)
			.isThrownBy(() -> handler("PUT", "/api/v1/profiles/email:a/consents"))
			.satisfies(
					(refused) -> assertThat(refused.getSupportedMethods()).containsExactlyInAnyOrder("GET", "PATCH"));
	}

	private String handler(String method, String path) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		ServletRequestPathUtils.parseAndCache(request);
		HandlerExecutionChain chain = this.requestMappingHandlerMapping.getHandler(request);
		return (chain != null) ? ((HandlerMethod) chain.getHandler()).getBeanType().getSimpleName() : null;
	}

}
