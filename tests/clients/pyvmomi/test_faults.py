"""Every fault in every shape, as rules make it: it arrives as pyVmomi's own class, with the members that the rule gave."""

import unittest
from http.client import HTTPException

from pyVmomi import VmomiSupport, sms, vmodl

import fault_cases
import sim
from client import VCenter, replication


class FaultTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sim = fault_cases.simulator()
        cls.addClassCleanup(cls.sim.stop)
        vcenter = VCenter(cls.sim.vim_url, cls.sim.sms_url, cls.sim.ca_file, "administrator@sim.local", sim.PASSWORD)
        cls.addClassCleanup(vcenter.disconnect)
        cls.stub = vcenter.sms().stub

    def call(self, case):
        """Makes the case's call under its rule; gives what it returns or raises."""
        fault_cases.put_rules(self.sim, case["rule"])
        call = fault_cases.call(case)
        target = VmomiSupport.GetWsdlType("urn:sms", call["target"]["type"])(call["target"]["value"], self.stub)
        method = VmomiSupport.GetWsdlMethod("urn:sms", case["operation"]).info
        arguments = {name: from_json(value) for name, value in call["arguments"].items() if name != "_typeName"}
        return getattr(target, method.name)(**arguments)

    def assertFault(self, fault, case):
        self.assertIs(type(fault), VmomiSupport.GetWsdlType("urn:sms", case["type"]))
        self.assertTrue(fault.msg)
        self.assertEqual(members(fault), case["expected"])

    def test_fault_of_the_call(self):
        for case in fault_cases.cases("soapFault"):
            with self.subTest(case["name"]):
                with self.assertRaises(vmodl.MethodFault) as raised:
                    self.call(case)
                self.assertFault(raised.exception, case)

    def test_error_of_the_task(self):
        for case in fault_cases.cases("taskError"):
            with self.subTest(case["name"]):
                info = self.call(case).QueryInfo()
                self.assertEqual(info.state, "error")
                self.assertFault(info.error, case)

    def test_error_of_a_group(self):
        for case in fault_cases.cases("groupError"):
            with self.subTest(case["name"]):
                [result] = self.group_results(case)
                self.assertIsInstance(result, replication.GroupErrorResult)
                [error] = result.error
                self.assertFault(error, case)

    def test_warning_of_a_group(self):
        for case in fault_cases.cases("warning"):
            with self.subTest(case["name"]):
                [result] = self.group_results(case)
                self.assertIsInstance(result, replication.SyncReplicationGroupSuccessResult)
                [warning] = result.warning
                self.assertFault(warning, case)

    def test_summary_instead_of_replicas(self):
        for case in fault_cases.cases("summary"):
            with self.subTest(case["name"]):
                [result] = self.call(case)
                self.assertIsInstance(result, replication.QueryPointInTimeReplicaSummaryResult)
                self.assertGreater(result.intervalResults[0].number, 0)

    def test_http_status(self):
        for status in (404, 502, 503):
            with self.subTest(status):
                with self.assertRaises(HTTPException) as raised:
                    self.call({"operation": "QueryReplicationGroup", "rule": {"do": {"httpStatus": status}}})
                self.assertIn(str(status), str(raised.exception))

    def test_without_a_rule_the_calls_succeed(self):
        """What the other tests find is made by their rules."""
        for operation in {case["operation"] for case in fault_cases.table()["cases"]} - {"RegisterProvider_Task"}:
            with self.subTest(operation):
                answer = self.call({"operation": operation, "rule": {"enabled": False, "do": {"fault": "ProviderBusy"}}})
                if isinstance(answer, sms.Task):
                    self.assertEqual(answer.QueryInfo().state, "success")

    def group_results(self, case):
        answer = self.call(case)
        if not isinstance(answer, sms.Task):
            return answer
        info = answer.QueryInfo()
        self.assertEqual(info.state, "success", info.error)
        return info.result


def from_json(value):
    """A value in VI JSON, without references, as pyVmomi has it."""
    if isinstance(value, list):
        return [from_json(item) for item in value]
    if not isinstance(value, dict):
        return value
    kind = VmomiSupport.GuessWsdlType(value["_typeName"])
    return kind(**{name: from_json(member) for name, member in value.items() if name != "_typeName"})


def to_json(value):
    """A value of pyVmomi as VI JSON."""
    if isinstance(value, list):
        return [to_json(item) for item in value]
    if isinstance(value, VmomiSupport.ManagedObject):
        return {"_typeName": "ManagedObjectReference", "type": value._wsdlName, "value": value._moId}
    if isinstance(value, VmomiSupport.DataObject):
        return {"_typeName": value._wsdlName, **members(value)}
    return value


def members(value):
    """The members that are set, but for those that every fault has."""
    found = {member.name: to_json(getattr(value, member.name)) for member in value._GetPropertyList()
             if member.name not in ("msg", "faultCause", "faultMessage")}
    return {name: member for name, member in found.items() if member not in (None, [])}
